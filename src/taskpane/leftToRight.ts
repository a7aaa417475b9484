interface Declaration {
  readonly key: string;
  readonly value: unknown;
}

// What Fluent mirrors styles with for pages that run from right to left: none of the pane's languages does, so each stays as it is.
export const convertProperty = (key: string, value: unknown): Declaration => ({ key, value });
export const convert = (style: object): object => style;
