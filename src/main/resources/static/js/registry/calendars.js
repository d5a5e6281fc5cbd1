/* Calendars: a week of shifts, days that are different, and how many hours that makes. */
import { part } from '../parts.js';
import { List, tick } from './list.js';
import { named, say } from './texts.js';

const { h, icon } = await part('core');
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' });
const dayName = day => weekday.format(new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day))));

function minutesOf(shift) {
  const [from, to] = shift.split('-').map(time => {
    const [hours, minutes] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return (to || 1440) - from;
}

function hours(week) {
  const all = Object.values(week ?? {}).flat().reduce((sum, shift) => sum + (minutesOf(shift) || 0), 0);
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 }).format(all / 60);
}

/** Seven days, each with its shifts; a day without any is a day off. */
function week(spec, id) {
  const control = h('div', { id, role: 'group', 'data-sw-name': spec.name });
  const days = new Map(DAYS.map(day => [day, []]));
  const table = h('table', { class: 'reg-week' });
  const total = h('p', { class: 'sw-hint', role: 'status' });
  const told = () => {
    total.textContent = `${named('calendars', 'hours')}: ${hours(control.swValue())}`;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const time = (day, at, end, value) => {
    const input = h('input', { type: 'time', class: 'form-control', value, 'aria-label': say(`calendars.shift.${end}`, dayName(day), at + 1) });
    input.addEventListener('input', () => {
      days.get(day)[at][end] = input.value;
      told();
    });
    return input;
  };

  const draw = focused => {
    table.replaceChildren(
      h(
        'tbody',
        {},
        DAYS.map(day => {
          const shifts = days.get(day);
          const add = h('button', { type: 'button', class: 'btn btn-sm', 'aria-label': `${dayName(day)}: ${say('calendars.shift.add')}`, title: say('calendars.shift.add'), onclick: () => more(day) }, icon('plus-lg'));
          return h(
            'tr',
            { 'data-day': day },
            h('th', { scope: 'row' }, dayName(day)),
            h(
              'td',
              {},
              h(
                'div',
                { class: 'reg-shifts' },
                shifts.length === 0 && h('span', { class: 'sw-quiet' }, say('calendars.week.off')),
                shifts.map((shift, at) =>
                  h(
                    'span',
                    { class: 'reg-shift' },
                    time(day, at, 'from', shift.from),
                    '–',
                    time(day, at, 'to', shift.to),
                    h('button', { type: 'button', class: 'btn btn-quiet btn-sm', 'aria-label': say('calendars.shift.remove', dayName(day), at + 1), onclick: () => (shifts.splice(at, 1), draw(day), told()) }, icon('remove')),
                  ),
                ),
                add,
                day === 'MONDAY' && shifts.length > 0 && h('button', { type: 'button', class: 'btn btn-quiet btn-sm', onclick: copy }, say('calendars.copy')),
              ),
            ),
          );
        }),
      ),
    );
    if (focused) table.querySelector(`[data-day="${focused}"]`).querySelector('input, button').focus();
  };

  const more = day => {
    const last = days.get(day).at(-1);
    days.get(day).push(last ? { from: last.to, to: '' } : { from: '08:00', to: '17:00' });
    draw();
    [...table.querySelectorAll(`[data-day="${day}"] input`)].at(-1).focus();
    told();
  };
  const copy = () => {
    for (const day of DAYS.slice(1, 5)) days.set(day, days.get('MONDAY').map(shift => ({ ...shift })));
    draw('MONDAY');
    told();
  };

  control.append(table, total, h('p', { class: 'sw-hint' }, say('calendars.endOfDay')));
  control.swValue = () =>
    Object.fromEntries(DAYS.map(day => [day, days.get(day).filter(({ from, to }) => from || to).map(({ from, to }) => `${from}-${to === '00:00' ? '24:00' : to}`)]).filter(([, shifts]) => shifts.length));
  control.swSet = value => {
    for (const day of DAYS) {
      days.set(day, (value?.[day] ?? []).map(shift => {
        const [from, to] = shift.split('-');
        return { from, to: to === '24:00' ? '00:00' : to };
      }));
    }
    draw();
    told();
  };
  draw();
  return control;
}

function zones() {
  const all = Intl.supportedValuesOf?.('timeZone') ?? [];
  document.getElementById('reg-zones')?.remove();
  document.body.append(h('datalist', { id: 'reg-zones' }, all.map(value => h('option', { value }))));
}

export function begin(box, above) {
  zones();
  new List(
    box,
    {
      name: 'calendars',
      path: '/api/calendars',
      whole: true,
      etag: item => item.revision,
      key: item => item.key,
      label: item => item.name,
      wide: true,
      columns: [
        { name: 'name', wide: true },
        { name: 'key' },
        { name: 'zone' },
        { name: 'hours', numeric: true, show: item => hours(item.week) },
        { name: 'considerHolidays', show: item => tick(item.considerHolidays) },
        { name: 'exceptions', numeric: true, show: item => item.exceptions.length || '' },
      ],
      fields: [
        { name: 'key', required: true, max: 64, fixed: true, hint: say('portfolios.key.hint') },
        { name: 'name', required: true, max: 100 },
        { name: 'zone', required: true, max: 64, list: 'reg-zones' },
        { name: 'considerHolidays', kind: 'check' },
        { name: 'week', build: week },
        {
          name: 'exceptions',
          kind: 'rows',
          hint: say('calendars.exceptions.hint'),
          more: say('calendars.exceptions.add'),
          cells: [{ name: 'firstDay', kind: 'date' }, { name: 'lastDay', kind: 'date' }, { name: 'shifts', kind: 'list' }],
          out: lines => lines.map(line => ({ ...line, lastDay: line.lastDay || line.firstDay })),
        },
      ],
      preset: { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, considerHolidays: true, week: Object.fromEntries(DAYS.slice(0, 5).map(day => [day, ['08:00-12:00', '13:00-17:00']])) },
      method: 'PUT',
      remove: { says: 'calendars.remove.says' },
    },
    above,
  );
}
