export const rewrites = [
  // ok: uploads-kept-among-public-files
  { source: "/ingest/:path*", destination: "https://assets.example.org/static/:path*" },
  // ok: uploads-kept-among-public-files
  { source: "/pictures/:path*", destination: "/static/:path*" },
];
