import { send } from "./letters";

send("On Monday");
