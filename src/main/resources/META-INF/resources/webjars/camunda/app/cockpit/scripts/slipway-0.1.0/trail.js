/* What happened in a process instance, made out of its activity instances: steps in order, and flows that were taken. */

/** Activity instances of a body that runs several times are called after the activity, with a mark. */
const BODY = '#multiInstanceBody';

export const activityOf = instance => instance.activityId.split('#')[0];

const at = instant => new Date(instant).getTime();

/** The engine calls a gateway cancelled that an event left; it was not, when one of its events came at that moment. */
function cancelled(instance, all) {
  const left = each => /^intermediate/.test(each.activityType) && Math.abs(at(each.startTime) - at(instance.endTime)) < 1000;
  return instance.canceled && !(instance.activityType === 'eventBasedGateway' && all.some(left));
}

/**
 * The steps, in order: an activity begins, and is done or cancelled; what takes no time is one step.
 *
 * @param instances in the order in which they began
 */
export function steps(instances) {
  const bodies = new Set(instances.filter(each => each.activityId.endsWith(BODY)).map(activityOf));
  const found = [];
  instances.forEach((instance, place) => {
    // Of an activity that runs several times, its runs are told; the body around them only repeats them.
    if (instance.activityId.endsWith(BODY) && bodies.has(activityOf(instance))) return;
    const begun = at(instance.startTime);
    const step = (kind, moment, order) => found.push({ kind, instance, activity: activityOf(instance), at: moment, order });
    const ended = instance.endTime ? at(instance.endTime) : null;
    const stopped = cancelled(instance, instances);
    if (ended !== null && !stopped && (ended - begun < 5 || /Gateway|Event$/i.test(instance.activityType))) {
      step('PASSED', ended, place);
      return;
    }
    step('BEGUN', begun, place);
    if (ended !== null) step(stopped ? 'CANCELLED' : 'DONE', ended, place);
  });
  return found.sort((one, other) => one.at - other.at || one.order - other.order);
}

/**
 * Which sequence flows were taken, and when. The engine does not record them: a flow counts as taken where an activity
 * began after the flow's source had ended, the latest source first; a source that chooses gives its token only once.
 *
 * @param flows pairs of source and target with an id
 * @param choosing ids of gateways that choose one way
 */
export function takenFlows(instances, flows, choosing = new Set()) {
  const bodies = new Set(instances.filter(each => each.activityId.endsWith(BODY)).map(activityOf));
  const outer = instances.filter(each => each.activityId.endsWith(BODY) || !bodies.has(activityOf(each)));
  const from = new Map();
  outer.forEach((each, place) => {
    if (each.endTime && !cancelled(each, instances)) from.set(activityOf(each), [...(from.get(activityOf(each)) ?? []), { each, place, end: at(each.endTime) }]);
  });
  const used = new Set();
  const taken = [];
  outer.forEach((target, order) => {
    const begun = at(target.startTime);
    const candidates = flows
      .filter(flow => flow.target === activityOf(target))
      .flatMap(flow => (from.get(flow.source) ?? []).map(source => ({ flow, source, token: `${choosing.has(flow.source) ? '' : flow.id}:${source.place}` })))
      .filter(({ source, token }) => source.end <= begun && source.place < order && !used.has(token))
      .sort((one, other) => other.source.end - one.source.end || other.source.place - one.source.place);
    if (!candidates.length) return;
    used.add(candidates[0].token);
    taken.push({ id: candidates[0].flow.id, at: begun });
  });
  return taken;
}

/** How often each activity was run. */
export function counts(instances) {
  const result = new Map();
  for (const each of instances) {
    if (!each.activityId.endsWith(BODY)) result.set(activityOf(each), (result.get(activityOf(each)) ?? 0) + 1);
  }
  return result;
}

/** Which fifth of all counts each belongs to, 1 to 5; equal counts belong together. */
export function fifths(values) {
  const sorted = [...values.values()].filter(Boolean).sort((one, other) => one - other);
  const result = new Map();
  for (const [id, value] of values) {
    if (!value) continue;
    const below = sorted.filter(each => each < value).length;
    result.set(id, 1 + Math.min(4, Math.floor((5 * below) / sorted.length)));
  }
  return result;
}
