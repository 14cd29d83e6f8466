export const Slots = () => <ul />;
