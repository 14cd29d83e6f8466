import { Title } from "@angular/platform-browser";

export class Wards {
  constructor(private title: Title) {
    this.title.setTitle("Wards");
  }
}
