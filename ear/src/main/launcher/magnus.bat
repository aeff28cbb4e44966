@echo off
rem Starts Magnus in the foreground: bin\magnus.bat [-Dname=value ...]
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "-Dmagnus.home=%HOME_DIR%" "%HOME_DIR%\bin\Magnus.java" %*
