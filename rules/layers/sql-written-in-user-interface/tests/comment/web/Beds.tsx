export function Beds() {
  // was "SELECT id, name FROM beds WHERE ward = 1"
  return <ul />;
}
