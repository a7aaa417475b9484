import { LANGUAGES, type Language } from './strings';

const LANGUAGE = 'language';
const THEME = 'theme';

/** Language and colours, kept by the browser; at first those of the browser. */
export class Preferences {
  get language(): Language {
    const kept = localStorage.getItem(LANGUAGE);
    return LANGUAGES.find((language) => language === kept) ?? (navigator.language.startsWith('en') ? 'en-US' : 'ja-JP');
  }
  set language(language: Language) {
    localStorage.setItem(LANGUAGE, language);
  }

  get dark(): boolean {
    return localStorage.getItem(THEME) === 'dark' || (localStorage.getItem(THEME) === null && matchMedia('(prefers-color-scheme: dark)').matches);
  }
  set dark(dark: boolean) {
    localStorage.setItem(THEME, dark ? 'dark' : 'light');
  }
}
