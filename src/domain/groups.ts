/** The groups of the standard definitions: the sheets of their tables bear these names, so they are read before any definition is known. */
export const STANDARD_GROUPS: readonly string[] = ['業務', 'レセプト', '保健', '企画総務', '全グループ'];
