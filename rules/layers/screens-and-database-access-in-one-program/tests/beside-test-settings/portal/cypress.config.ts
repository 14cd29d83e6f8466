import { defineConfig } from "cypress";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

export default defineConfig({ e2e: { setupNodeEvents: () => void new DynamoDBClient({}) } });
