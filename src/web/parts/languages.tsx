// Choosing the language, before and after signing in.
import { Button, Menu } from '@mantine/core';
import { languages } from '../../kernel/text.ts';
import { useSay } from '../language.tsx';
import { usePreferences } from '../session.tsx';
import { languageNames, texts } from '../texts.ts';
import { Icon } from './icons.tsx';

export function Languages() {
  const say = useSay();
  const [{ language }, change] = usePreferences();
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={`${language.toUpperCase()}, ${say(texts.language)}: ${languageNames[language]}`}>
          {language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((each) => (
          <Menu.Item key={each} lang={each} onClick={() => change({ language: each })} leftSection={<Icon name={each === language ? 'check' : 'globe'} />}>
            {languageNames[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
