import { type FormEvent, useState } from "react";
import { Button, Container, ErrorSummary, Radios, TextInput } from "nhsuk-react-components";

import { ApiError, type Slot, book, findSlots } from "./api";

const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/London" });

export function BookAppointment() {
  const [slots, setSlots] = useState<Slot[]>([]);
  const [chosen, setChosen] = useState<Slot>();
  const [booked, setBooked] = useState(false);
  const [fault, setFault] = useState<string>();

  const attempt = async (work: () => Promise<void>) => {
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) {
        setFault("Somebody has just taken this appointment. Choose another one.");
        return;
      }
      setFault("We cannot reach the booking service. Nothing has been booked. Try again, or call 0808 157 0000.");
    }
  };

  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const site = String(new FormData(event.currentTarget).get("site") ?? "");
    void attempt(async () => setSlots(await findSlots(site, new Date().toISOString())));
  };

  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (chosen) {
      void attempt(async () => {
        await book(chosen);
        setBooked(true);
      });
    }
  };

  if (booked && chosen) {
    return (
      <Container>
        <h1 className="nhsuk-heading-xl">Your vaccination is booked</h1>
        <p>{clock.format(new Date(chosen.start))}</p>
      </Container>
    );
  }

  return (
    <Container>
      <h1 className="nhsuk-heading-xl">Book your vaccination</h1>
      {fault && (
        <ErrorSummary>
          <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
          <p>{fault}</p>
        </ErrorSummary>
      )}
      <form onSubmit={search}>
        <TextInput label="Code of the vaccination site" name="site" required />
        <Button type="submit">Show appointments</Button>
      </form>
      <form onSubmit={confirm}>
        <Radios name="slot">
          {slots.map((slot) => (
            <Radios.Item key={slot.id} value={slot.id} onChange={() => setChosen(slot)}>
              {clock.format(new Date(slot.start))}
            </Radios.Item>
          ))}
        </Radios>
        {slots.length > 0 && <Button type="submit">Book this appointment</Button>}
      </form>
    </Container>
  );
}
