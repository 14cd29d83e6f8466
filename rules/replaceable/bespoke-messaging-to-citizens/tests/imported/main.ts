import twilio from "twilio";

twilio("id", "token").messages.create({ to: "+44", body: "On Monday" });
