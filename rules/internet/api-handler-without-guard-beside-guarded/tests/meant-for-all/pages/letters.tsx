export default function Letters() {
  return rows(load());
}
