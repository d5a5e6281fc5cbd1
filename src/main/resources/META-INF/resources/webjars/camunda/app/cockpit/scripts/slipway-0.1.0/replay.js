/* The trail of a process instance on its drawing, step by step: by buttons, by a slider, by arrow keys, or by itself. */
import { h } from '../../../tasklist/scripts/slipway-0.1.0/core.js';
import { exact } from './page.js';
import { t } from './texts.js';
import { counts, steps, takenFlows } from './trail.js';

const PACE = 900;

export class Replay {
  /**
   * @param instances activity instances in the order in which they began
   * @param total     how many there are; when more than given, the replay says that it ends early
   */
  constructor(diagram, instances, total) {
    this.diagram = diagram;
    this.instances = instances;
    this.steps = steps(instances);
    const { flows, choosing } = diagram.flows();
    this.taken = takenFlows(instances, flows, choosing);
    this.at = this.steps.length;
    this.said = h('p', { class: 'sw-audit-step', role: 'status' });
    this.slider = h('input', { type: 'range', min: 0, max: this.steps.length, value: this.at, 'aria-label': t('AUDIT_STEP'), oninput: () => this.go(Number(this.slider.value)) });
    const control = (icon, text, press) => h('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': t(text), title: t(text), onclick: press }, h('span', { class: `glyphicon glyphicon-${icon}`, 'aria-hidden': 'true' }));
    this.player = control('play', 'AUDIT_PLAY', () => this.play());
    this.element = h(
      'div',
      { class: 'sw-audit-replay', role: 'group', 'aria-label': t('AUDIT_REPLAY'), onkeydown: event => this.key(event) },
      h(
        'div',
        { class: 'sw-audit-controls' },
        h('span', { class: 'btn-group' }, control('fast-backward', 'AUDIT_FIRST_STEP', () => this.go(0)), control('step-backward', 'AUDIT_STEP_BACK', () => this.go(this.at - 1)), this.player, control('step-forward', 'AUDIT_STEP_ON', () => this.go(this.at + 1)), control('fast-forward', 'AUDIT_LAST_STEP', () => this.go(this.steps.length))),
        this.slider,
      ),
      this.said,
      h('p', { class: 'sw-audit-quiet' }, t('AUDIT_TRAIL_SAYS'), total > instances.length && ` ${t('AUDIT_TRAIL_CUT', { shown: instances.length, total })}`),
    );
    this.draw();
  }

  key(event) {
    const to = { ArrowRight: this.at + 1, ArrowLeft: this.at - 1, Home: 0, End: this.steps.length }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.go(to);
    } else if (event.key === ' ' && event.target === this.slider) {
      event.preventDefault();
      this.play();
    }
  }

  go(to) {
    this.pause();
    this.move(to);
  }

  move(to) {
    this.at = Math.max(0, Math.min(this.steps.length, to));
    this.slider.value = this.at;
    this.draw();
  }

  play() {
    if (this.timer) {
      this.pause();
      return;
    }
    if (this.at === this.steps.length) this.move(0);
    this.look('pause', 'AUDIT_PAUSE');
    this.timer = setInterval(() => {
      this.move(this.at + 1);
      if (this.at === this.steps.length) this.pause();
    }, PACE);
  }

  pause() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.look('play', 'AUDIT_PLAY');
  }

  look(icon, text) {
    this.player.firstChild.className = `glyphicon glyphicon-${icon}`;
    this.player.setAttribute('aria-label', t(text));
    this.player.title = t(text);
  }

  /** What stands at this step: done, going on, cancelled; with how often where it was more than once. */
  draw() {
    const { diagram } = this;
    const past = this.steps.slice(0, this.at);
    const last = past.at(-1);
    const running = new Map();
    const done = new Set();
    const cancelled = new Set();
    for (const { kind, activity, instance } of past) {
      if (kind === 'BEGUN') running.set(instance.id, activity);
      else {
        running.delete(instance.id);
        (kind === 'CANCELLED' ? cancelled : done).add(activity);
      }
    }
    diagram.clear();
    diagram.clearBadges();
    const now = new Set(running.values());
    done.forEach(id => !now.has(id) && diagram.mark(id, 'sw-audit-done'));
    cancelled.forEach(id => !now.has(id) && !done.has(id) && diagram.mark(id, 'sw-audit-cancelled'));
    now.forEach(id => diagram.mark(id, 'sw-audit-current'));
    if (last) {
      const until = this.at === this.steps.length ? Infinity : last.at;
      const reached = new Set(past.map(each => each.activity));
      const target = new Map(diagram.flows().flows.map(each => [each.id, each.target]));
      this.taken.filter(each => each.at <= until && reached.has(target.get(each.id))).forEach(each => diagram.mark(each.id, 'sw-audit-taken'));
      diagram.mark(last.activity, 'sw-audit-last');
    }
    for (const [id, count] of counts(past.filter(each => each.kind !== 'DONE' && each.kind !== 'CANCELLED').map(each => each.instance))) {
      const ended = past.filter(each => each.kind === 'CANCELLED' && each.activity === id).length;
      diagram.badge(id, ended ? `${count} (${ended} ✕)` : String(count), ended ? 'cancelled' : 'done', ended ? t('AUDIT_RUNS_CANCELLED', { count, cancelled: ended }) : t('AUDIT_RUNS', { count }));
    }
    this.said.textContent = this.tell(last);
  }

  tell(step) {
    const place = t('AUDIT_STEP_OF', { step: this.at, total: this.steps.length });
    if (!step) return `${place} · ${t('AUDIT_BEFORE')}`;
    const who = step.instance.assignee ? ` · ${step.instance.assignee}` : '';
    return `${place} · ${exact(step.at)} · ${this.diagram.name(step.activity)} – ${t(`AUDIT_STEP_${step.kind}`)}${who}`;
  }

  destroy() {
    this.pause();
  }
}
