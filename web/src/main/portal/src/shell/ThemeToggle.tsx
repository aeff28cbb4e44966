import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { DesktopIcon, MoonIcon, SunIcon } from '@patternfly/react-icons';
import { chooseTheme, type Theme, useTheme } from './theme';

const CHOICES: { theme: Theme; label: string; icon: typeof SunIcon }[] = [
  { theme: 'light', label: 'Light theme', icon: SunIcon },
  { theme: 'system', label: 'Theme of the system', icon: DesktopIcon },
  { theme: 'dark', label: 'Dark theme', icon: MoonIcon },
];

/** Light, dark, or as the system says. */
export function ThemeToggle() {
  const theme = useTheme();
  return (
    <ToggleGroup isCompact aria-label="Theme">
      {CHOICES.map(({ theme: choice, label, icon: Icon }) => (
        <ToggleGroupItem
          key={choice}
          icon={<Icon />}
          aria-label={label}
          isSelected={theme === choice}
          onChange={() => chooseTheme(choice)}
        />
      ))}
    </ToggleGroup>
  );
}
