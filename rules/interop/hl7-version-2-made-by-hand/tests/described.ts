export class Message {
  // ok: hl7-version-2-made-by-hand
  @ApiProperty({ example: "MSH|^~\\&|WARD|RXX" })
  text: string;

  // review: hl7-version-2-made-by-hand
  begin = "MSH|^~\\&|WARD|";
}
