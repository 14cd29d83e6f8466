export function send(nhsNumber: string, letter: Letter) {
  // review: nhs-number-logged-at-level-set-elsewhere
  this.logger.log(LogEvent.LETTER_SENT, { letter: letter.id, nhsNumber });
  // ok: nhs-number-logged-at-level-set-elsewhere
  this.logger.log(LogEvent.LETTER_SENT, { letter: letter.id });
  // ok: nhs-number-logged-at-level-set-elsewhere
  this.logger.log('sent', nhsNumber);
  // ok: nhs-number-logged-at-level-set-elsewhere
  this.audit.log(LogEvent.LETTER_SENT, nhsNumber);
}
