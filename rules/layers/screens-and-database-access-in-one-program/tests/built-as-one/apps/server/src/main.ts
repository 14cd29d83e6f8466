import { NestFactory } from "@nestjs/core";
import { Pool } from "pg";

export const pool = new Pool();
NestFactory.create({});
