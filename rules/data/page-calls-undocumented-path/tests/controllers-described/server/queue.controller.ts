import { Controller, Get } from "@nestjs/common";

@Controller("api/manage")
export class QueueController {
  @Get("queue")
  all() {}
}
