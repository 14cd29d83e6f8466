import { Component } from "@angular/core";

@Component({ selector: "ward-beds" })
export class Beds {}
