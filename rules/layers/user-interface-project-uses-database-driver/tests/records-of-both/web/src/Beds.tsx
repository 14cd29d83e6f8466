export function Beds() {
  return <ul className="nhsuk-list" />;
}
