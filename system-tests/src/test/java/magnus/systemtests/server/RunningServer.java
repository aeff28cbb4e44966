package magnus.systemtests.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class that speaks by HTTP to the one server which all of them share: booted by
 * Arquillian before the first, stopped after the last. Such a class neither restarts the server nor
 * leaves settings behind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public @interface RunningServer {}
