using System;
using System.Collections.Generic;
using System.Linq;

namespace CareLedger.Service
{
    /// <summary>An HL7 v2.3 message, split by its separators.</summary>
    public class Hl7Message
    {
        private readonly List<string[]> segments;

        public Hl7Message(string text)
        {
            if (!text.StartsWith("MSH|^~\\&"))
            {
                throw new FormatException("Not an HL7 v2 message");
            }
            segments = text.Split('\r').Select(line => line.Split('|')).ToList();
        }

        public string Field(string segment, int index)
        {
            string[] found = segments.FirstOrDefault(fields => fields[0] == segment);
            return found != null && index < found.Length ? found[index] : "";
        }

        public IEnumerable<string[]> All(string segment)
        {
            return segments.Where(fields => fields[0] == segment);
        }

        public long NhsNumber
        {
            get { return long.Parse(Field("PID", 3).Split('^')[0]); }
        }
    }
}
