"""What is found in Java, Kotlin, C# and Go, with exact lines."""

from scanner.parsers.code.parser import CodeParser
from tests.unit.parsers.code.facts import classes, lines, source

JAVA = """\
package uk.nhs.example;
import java.util.List;
import static org.junit.Assert.assertTrue;
import javax.swing.*;

@RestController
@RequestMapping("/patients")
public class PatientController extends Base<Patient> implements Audited, java.io.Closeable {
  @Autowired private Repository repository;
  public Patient find(String id) {
    log.info("x");
    return webClient.get().uri("https://ehr.nhs.uk/" + id)
        .retrieve(new Request<Patient>(id));
  }
}
interface Audited extends Named, Dated {}
record Visit(int id) implements Dated {}
"""


def test_java(run):
    view = source(run(CodeParser(), {"src/PatientController.java": JAVA}))
    assert lines(view["imports"]) == {"java.util.List": 2, "org.junit.Assert.assertTrue": 3, "javax.swing.*": 4}
    assert lines(view["calls"]) == {
        "log.info": 11, "webClient.get.uri.retrieve": 13, "webClient.get.uri": 12, "webClient.get": 12, "Request": 13,
    }  # fmt: skip
    assert [entry["name"] for entry in view["decorators"]] == ["RestController", "RequestMapping", "Autowired"]
    assert classes(view) == {
        "PatientController": (["Base", "Audited", "java.io.Closeable"], 8),
        "Audited": (["Named", "Dated"], 16),
        "Visit": (["Dated"], 17),
    }
    assert lines(view["endpoints"], "value") == {"https://ehr.nhs.uk/": 12}


KOTLIN = """\
package uk.nhs
import org.springframework.web.bind.annotation.*
import io.ktor.client.HttpClient as Client

class Api(private val repository: Repository) : Base(repository), Audited<Visit>, Store by repository {
  @GetMapping("/x")
  fun find(id: String) = repository.findById(id)?.let { Client().get("http://localhost:8080/x") }
}
object Registry : Lookup
interface Audited<T> : Named
"""


def test_kotlin(run):
    view = source(run(CodeParser(), {"src/Api.kt": KOTLIN}))
    assert lines(view["imports"]) == {
        "org.springframework.web.bind.annotation.*": 2, "io.ktor.client.HttpClient": 3,
    }  # fmt: skip
    found = lines(view["calls"])
    assert found["repository.findById"] == 7
    assert found["Client.get"] == 7
    assert view["decorators"] == [{"name": "GetMapping", "line": 6}]
    assert classes(view) == {
        "Api": (["Base", "Audited", "Store"], 5), "Registry": (["Lookup"], 9), "Audited": (["Named"], 10),
    }  # fmt: skip
    assert lines(view["endpoints"], "value") == {"http://localhost:8080/x": 7}


CSHARP = """\
global using System.Net.Http;
using static System.Math;
using Forms = System.Windows.Forms;
using Pair = System.Collections.Generic.KeyValuePair<int, int>;
using System;
[assembly: AssemblyVersion("10.1.2.3")]

namespace Clinic {
  [Authorize(Roles = "x"), ApiController]
  public partial class FormMain : Forms.Form, IAudited<int> {
    void Load() {
      var context = new SqlConnection(@"Server=db\\live;Database=ehr;User Id=sa;Password=Tr0ub4dor;");
      services.AddAuthentication(o => { o.X(); })
        .AddJwtBearer<Options>();
      client?.Send($"https://{host}/api");
      File.Copy(@"\\\\fileserver\\share\\a.txt", "C:\\\\Temp\\\\a.txt");
      using var stream = new System.IO.MemoryStream();
    }
  }
  record Visit(int Id) : Base(Id);
}
"""


def test_csharp(run):
    view = source(run(CodeParser(), {"Clinic/FormMain.cs": CSHARP}))
    assert lines(view["imports"]) == {
        "System.Net.Http": 1, "System.Math": 2, "System.Windows.Forms": 3,
        "System.Collections.Generic.KeyValuePair": 4, "System": 5,
    }  # fmt: skip
    assert lines(view["calls"]) == {
        "SqlConnection": 12, "services.AddAuthentication.AddJwtBearer": 14, "services.AddAuthentication": 13,
        "o.X": 13, "client.Send": 15, "File.Copy": 16, "System.IO.MemoryStream": 17,
    }  # fmt: skip
    assert lines(view["decorators"]) == {"AssemblyVersion": 6, "Authorize": 9, "ApiController": 9}
    assert classes(view) == {"FormMain": (["Forms.Form", "IAudited"], 10), "Visit": (["Base"], 20)}
    assert lines(view["endpoints"], "value") == {
        "Server=db\\live;Database=ehr;User Id=sa;Password=***;": 12, "https://{host}/api": 15,
        "\\\\fileserver\\share\\a.txt": 16, "C:\\Temp\\a.txt": 16,
    }  # fmt: skip


def test_generated_code_gives_imports_and_classes_only(run):
    view = source(run(CodeParser(), {"Clinic/FormMain.Designer.cs": CSHARP}))
    assert "System.Windows.Forms" in lines(view["imports"])
    assert "FormMain" in classes(view)
    assert view["calls"] == view["decorators"] == view["endpoints"] == []


GO = """\
package main

import (
\t"fmt"
\thttp "net/http"
\t_ "github.com/lib/pq"
)

type Store struct {
\tBase
\t*sql.DB
\tname string
}

func main() {
\tfmt.Println("x")
\tserver := &http.Server{Addr: "0.0.0.0:80"}
\tserver.ListenAndServe()
\tsql.Open("postgres", `postgres://ehr:hunter2@db.internal:5432/ehr`)
}
"""


def test_go(run):
    view = source(run(CodeParser(), {"cmd/main.go": GO}))
    assert lines(view["imports"]) == {"fmt": 4, "net/http": 5, "github.com/lib/pq": 6}
    assert lines(view["calls"]) == {
        "fmt.Println": 16, "http.Server": 17, "server.ListenAndServe": 18, "sql.Open": 19,
    }  # fmt: skip
    assert classes(view) == {"Store": (["Base", "sql.DB"], 9)}
    assert lines(view["endpoints"], "value") == {"postgres://***@db.internal:5432/ehr": 19}
