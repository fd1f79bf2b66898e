// Choosing the language, before and after signing in.
import { languages } from '../../kernel/text.ts';
import { useSay } from '../language.tsx';
import { usePreferences } from '../session.tsx';
import { languageNames, texts } from '../texts.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';

export function Languages() {
  const say = useSay();
  const [{ language }, change] = usePreferences();
  const items = languages.map((each) => ({
    key: each,
    lang: each,
    label: languageNames[each],
    icon: <Icon name={each === language ? 'check' : 'globe'} />,
    run: () => change({ language: each }),
  }));
  return (
    <Menu
      className="text-button"
      label={`${language.toUpperCase()}, ${say(texts.language)}: ${languageNames[language]}`}
      button={language.toUpperCase()}
      groups={[{ items }]}
    />
  );
}
