namespace Records.Api { public class RecordText { public string Read() => "record"; } }
