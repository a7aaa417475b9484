/** The outcome of reading something that people write: data, or a reason in words. */
export type Result<T, R = string> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly reason: R };

export const success = <T>(data: T): { readonly ok: true; readonly data: T } => ({ ok: true, data });
export const failure = <R>(reason: R): { readonly ok: false; readonly reason: R } => ({ ok: false, reason });
