export default function Home() { return <h1>Ward</h1>; }
