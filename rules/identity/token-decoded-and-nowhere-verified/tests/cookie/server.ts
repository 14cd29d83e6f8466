import Fastify from "fastify";
import { decodeJwt } from "jose";

const server = Fastify();
server.get("/rota", async (request) => rota.of(decodeJwt(request.cookies.session).sub));
server.listen({ port: 8080 });
