import type { EventName } from '../events';
import type { HostObject, MethodMember } from '../hostObject';

const WIRE_NAMES = { changed: 'DataChanged', activated: 'Activated', deactivated: 'Deactivated', added: 'Added', selected: 'SelectionChanged', deleted: 'Deleted' } as const satisfies Record<EventName, string>;

/** The methods by which the client says that it listens, and no more: `events` name the requirement set that brought each. */
export function eventMethods<T extends HostObject>(events: Readonly<Partial<Record<EventName, string>>>, targetOf: (self: T) => string): Record<string, MethodMember<T>> {
  const methods: Record<string, MethodMember<T>> = {};
  for (const event of Object.keys(WIRE_NAMES) as EventName[]) {
    const since = events[event];
    if (since === undefined) continue;
    methods[`_Register${WIRE_NAMES[event]}Event`] = { since, call: (self) => self.host.events.listen(event, targetOf(self)) };
    methods[`_Unregister${WIRE_NAMES[event]}Event`] = { since, call: (self) => self.host.events.forget(event, targetOf(self)) };
  }
  return methods;
}
