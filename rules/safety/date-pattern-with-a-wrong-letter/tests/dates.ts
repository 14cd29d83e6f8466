// ruleid: date-pattern-with-a-wrong-letter
export const given = (time: Date) => moment(time).format('DD/MM/YYYY hh:mm');
// ok: date-pattern-with-a-wrong-letter
export const shown = (time: Date) => moment(time).format('DD/MM/YYYY hh:mm a');
// ok: date-pattern-with-a-wrong-letter
export const clock = (time: Date) => dayjs(time).format('DD/MM/YYYY HH:mm');
// ruleid: date-pattern-with-a-wrong-letter
export const born = (text: string) => moment(text, 'DD/mm/YYYY');
// ok: date-pattern-with-a-wrong-letter
export const picker = { dateFormat: 'dd/mm/yy' };
