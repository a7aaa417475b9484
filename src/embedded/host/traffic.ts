import { utf8Length } from './utf8';
import type { RequestBody } from './wire';

/** What is known of a request before it is run. */
export interface RequestRecord {
  /** Bytes of the request text in UTF-8. */
  readonly bytes: number;
  readonly actions: number;
  /** Only releases references, as Excel.run does once at its end; no sync of the add-in's own. */
  readonly onlyReleases: boolean;
}

/** Requests since the host was made, oldest first. */
export class Traffic {
  readonly requests: RequestRecord[] = [];

  /** Syncs of the add-in: requests that are more than a release of references. */
  get syncs(): number {
    return this.requests.filter((request) => !request.onlyReleases).length;
  }

  record(text: string, body: RequestBody): RequestRecord {
    const request = {
      bytes: utf8Length(text),
      actions: body.Actions.length,
      onlyReleases: body.Actions.length > 0 && body.Actions.every((action) => releases(action.Name, body, action.ObjectPathId)),
    };
    this.requests.push(request);
    return request;
  }
}

/** Trace and instantiation of the workbook come along with a release. */
function releases(name: string, body: RequestBody, path: number): boolean {
  return name === '_RemoveReference' || (name === '' && body.ObjectPaths[path]?.ParentObjectPathId === undefined && body.Actions.some((action) => action.Name === '_RemoveReference'));
}
