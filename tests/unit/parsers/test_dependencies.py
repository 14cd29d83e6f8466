"""Manifests of npm, Composer, .NET, Maven, Gradle, Ruby and Go, and pins of runtimes."""

from __future__ import annotations

import time
from typing import Any

import pytest

from scanner.domain.resource import Unknown
from scanner.parsers.dependencies import DependenciesParser

from .conftest import Run


def manifest(run: Run, name: str, text: str | bytes) -> dict[str, Any]:
    parsed = run(DependenciesParser(), {name: text})
    assert parsed.problems == ()
    (resource,) = parsed.resources
    assert (resource.address, resource.type) == (name, resource.attributes["ecosystem"])
    return dict(resource.attributes)


def listed(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(d["name"], d["version"], d["scope"], d["line"]) for d in found["dependencies"]]


def runtimes(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(r["name"], r["version"], r["line"]) for r in found["runtimes"]]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('["> 0.5%", "not dead"]', "> 0.5%, not dead"),
        ('"defaults"', "defaults"),
        ('{"production": [">0.2%"], "development": ["last 1 chrome version"]}', ">0.2%"),
        ("{}", None),
        ("[1]", "1"),
    ],
)
def test_browsers_for_which_a_product_is_built(run: Run, written: str, expected: str | None) -> None:
    found = manifest(run, "package.json", f'{{"browserslist": {written}}}')
    assert found["properties"].get("browserslist") == expected


def test_package_json(run: Run) -> None:
    found = manifest(run, "package.json", b"""\xef\xbb\xbf{\r
\t"name": "web",\r
\t"engines": {"node": ">=18 <21", "npm": "9"},\r
\t"dependencies": {\r
\t\t"react": "^18.2.0",\r
\t\t"own": "git+https://user:hunter22222@example.org/own.git"\r
\t},\r
\t"devDependencies": {"jest": "29"},\r
\t"peerDependencies": {"vue": "*"},\r
\t"optionalDependencies": {"fsevents": "2"}\r
}""")  # fmt: skip
    assert runtimes(found) == [("node", ">=18 <21", 3)]
    assert [(n, s, line) for n, _, s, line in listed(found)] == [
        ("react", "runtime", 5),
        ("own", "runtime", 6),
        ("jest", "development", 8),
        ("vue", "peer", 9),
        ("fsevents", "optional", 10),
    ]
    assert "hunter22222" not in str(found)
    assert found["lock"] is False


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("^18 || ^20", "^20 || ^18"),
        ("14 || >=16", ">=16 || 14"),
        ("18 - 20", ">=18 <=20"),
        ("18.x", "18.x"),
    ],
)
def test_a_range_of_node_does_not_pass_for_its_oldest_release(run: Run, written: str, read: str) -> None:
    found = manifest(run, "package.json", f'{{"engines": {{"node": "{written}"}}}}')
    assert runtimes(found) == [("node", read, 1)]


def test_composer(run: Run) -> None:
    found = manifest(
        run,
        "composer.json",
        '{\n"require": {\n"php": "^8.1",\n"laravel\\/framework": "^10"\n},\n"require-dev": {"phpunit/phpunit": "10"}}',
    )
    assert runtimes(found) == [("php", ">=8.1,<9", 3)]
    assert listed(found) == [
        ("laravel/framework", "^10", "runtime", 4),
        ("phpunit/phpunit", "10", "development", 6),
    ]


def test_composer_names_what_it_is(run: Run) -> None:
    found = manifest(run, "composer.json", '{\n"name": "wards/letters",\n"type": "project",\n"require": {}}')
    assert found["properties"] == {"name": "wards/letters", "type": "project"}


def test_project_of_the_sdk_style(run: Run) -> None:
    found = manifest(run, "App.csproj", """\
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFrameworks>net8.0-windows;net48;netstandard2.0</TargetFrameworks>
    <OutputType>WinExe</OutputType>
    <UseWPF>true</UseWPF>
    <EfVersion>7.0.1</EfVersion>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Polly" Version="7.2.3" />
    <PackageReference Include="Ef" Version="$(EfVersion)" />
    <PackageReference Include="Other" Version="$(Elsewhere)" />
    <PackageReference Include="Tool"><Version>1.0</Version><PrivateAssets>all</PrivateAssets></PackageReference>
    <PackageReference Include="Central" />
    <PackageReference Update="Changed" Version="9" />
    <ProjectReference Include="../Lib/Lib.csproj" />
  </ItemGroup>
</Project>
""")  # fmt: skip
    assert runtimes(found) == [("dotnet", "net8.0-windows", 3), ("dotnet-framework", "net48", 3)]
    assert (found["properties"]["OutputType"], found["properties"]["UseWPF"]) == ("WinExe", "true")
    assert found["properties"]["Sdk"] == "Microsoft.NET.Sdk.Web"
    *written, other, tool, central = listed(found)
    assert written == [("Polly", "7.2.3", "runtime", 9), ("Ef", "7.0.1", "runtime", 10)]
    assert isinstance(other[1], Unknown)
    assert other[1].text == "$(Elsewhere)"
    assert (tool, central) == (("Tool", "1.0", "development", 12), ("Central", "", "runtime", 13))


def test_project_of_the_old_style(run: Run) -> None:
    found = manifest(run, "Old.vbproj", """\
<?xml version="1.0" encoding="utf-16"?>
<Project ToolsVersion="12.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <PropertyGroup><TargetFrameworkVersion>v4.5</TargetFrameworkVersion><OutputType>WinExe</OutputType></PropertyGroup>
  <PropertyGroup Condition="'$(Configuration)' == 'Debug'"><OutputType>Exe</OutputType></PropertyGroup>
  <ItemGroup>
    <Reference Include="System.Windows.Forms" />
    <Reference Include="Json, Version=6.0.0.0, Culture=neutral, PublicKeyToken=0"></Reference>
  </ItemGroup>
</Project>
""")  # fmt: skip
    assert runtimes(found) == [("dotnet-framework", "4.5", 3)]
    assert found["properties"]["OutputType"] == "WinExe"
    assert listed(found) == [("System.Windows.Forms", "", "runtime", 6), ("Json", "6.0.0.0", "runtime", 7)]


def test_central_versions_packages_config_and_the_sdk_pin(run: Run) -> None:
    central = '<Project><ItemGroup>\n<PackageVersion Include="Polly" Version="8.0.0" /></ItemGroup></Project>'
    assert listed(manifest(run, "Directory.Packages.props", central)) == [("Polly", "8.0.0", "managed", 2)]


def test_packages_config(run: Run) -> None:
    text = """<packages>
<package id="A" version="1.0" />
<package id="B" version="2" developmentDependency="true" />
</packages>"""
    assert listed(manifest(run, "packages.config", text)) == [
        ("A", "1.0", "runtime", 2),
        ("B", "2", "development", 3),
    ]


def test_the_pin_of_the_sdk_may_hold_comments(run: Run) -> None:
    text = '{\n// "version": "1"\n"sdk": {\n"version": "6.0.100" /* old */\n}}'
    assert runtimes(manifest(run, "global.json", text)) == [("dotnet", "6.0.100", 4)]


POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId><version>2.7.1</version>
  </parent>
  <groupId>uk.example</groupId>
  <properties>
    <java.version>17</java.version>
    <a>${b}</a><b>1.2</b><loop>${loop}</loop>
  </properties>
  <dependencies>
    <dependency><groupId>org.a</groupId><artifactId>a</artifactId><version>${a}</version></dependency>
    <dependency>
      <groupId>${project.groupId}</groupId><artifactId>own</artifactId><version>${revision}</version>
      <scope>test</scope>
    </dependency>
    <dependency><groupId>l</groupId><artifactId>l</artifactId><version>${loop}</version><optional>true</optional></dependency>
  </dependencies>
  <dependencyManagement><dependencies>
    <dependency><groupId>bom</groupId><artifactId>b</artifactId><version>1</version><scope>import</scope></dependency>
  </dependencies></dependencyManagement>
</project>
"""


def test_pom(run: Run) -> None:
    found = manifest(run, "pom.xml", POM)
    assert runtimes(found) == [("java", "17", 8)]
    parent, first, own, loop, bom = listed(found)
    assert parent == ("org.springframework.boot:spring-boot-starter-parent", "2.7.1", "parent", 2)
    assert first == ("org.a:a", "1.2", "runtime", 12)
    assert (own[0], own[2], own[3]) == ("uk.example:own", "development", 13)
    assert isinstance(own[1], Unknown)
    assert isinstance(loop[1], Unknown)
    assert loop[2] == "optional"
    assert bom == ("bom:b", "1", "import", 20)


def test_the_compiler_plugin_goes_before_properties(run: Run) -> None:
    text = """<project><properties><java.version>8</java.version><r>21</r></properties><build><plugins><plugin>
<artifactId>maven-compiler-plugin</artifactId><configuration>
<release>${r}</release></configuration></plugin></plugins></build></project>"""
    assert runtimes(manifest(run, "pom.xml", text)) == [("java", "21", 3)]


def test_gradle_in_groovy(run: Run) -> None:
    found = manifest(run, "build.gradle", """\
buildscript { dependencies { classpath 'com.android.tools.build:gradle:7.0.0' } }
plugins {
  id 'org.springframework.boot' version '3.3.5'
}
ext { }
ext.springVersion = '6.1.0'
sourceCompatibility = '1.8'
java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }
dependencies {
  // implementation 'com.commented:out:1'
  implementation 'org.a:a:1.0', 'org.b:b'
  implementation "org.springframework:spring-jms:${springVersion}"
  runtimeOnly "org.c:c:$elsewhere"
  implementation group: 'org.d', name: 'd', version: '2'
  testImplementation ('org.e:e:5') {
    exclude group: 'io.netty', module: 'netty'
  }
  compileOnly libs.lombok
  constraints {
    implementation('io.netty:netty-common:4.1') { because 'a:b:c' }
  }
}
""")  # fmt: skip
    assert runtimes(found) == [("java", "21", 8)]
    rows = {name: (version, scope, line) for name, version, scope, line in listed(found)}
    assert isinstance(rows.pop("org.c:c")[0], Unknown)
    assert isinstance(rows.pop("libs.lombok")[0], Unknown)
    assert rows == {
        "com.android.tools.build:gradle": ("7.0.0", "plugin", 1),
        "org.springframework.boot": ("3.3.5", "plugin", 3),
        "org.a:a": ("1.0", "runtime", 11),
        "org.b:b": ("", "runtime", 11),
        "org.springframework:spring-jms": ("6.1.0", "runtime", 12),
        "org.d:d": ("2", "runtime", 14),
        "org.e:e": ("5", "development", 15),
        "io.netty:netty-common": ("4.1", "managed", 20),
    }


def test_gradle_in_kotlin(run: Run) -> None:
    found = manifest(run, "build.gradle.kts", """\
plugins { kotlin("jvm") version "1.9.0" }
kotlin { jvmToolchain(17) }
dependencies {
    implementation(platform("org.bom:bom:1"))
    implementation(group = "org.a", name = "a", version = "2")
    implementation(kotlin("stdlib"))
    testImplementation(
        "org.t:t:3"
    )
}
""")  # fmt: skip
    assert runtimes(found) == [("java", "17", 2)]
    assert listed(found) == [
        ("org.jetbrains.kotlin.jvm", "1.9.0", "plugin", 1),
        ("org.bom:bom", "1", "runtime", 4),
        ("org.a:a", "2", "runtime", 5),
        ("org.jetbrains.kotlin:kotlin-stdlib", "", "runtime", 6),
        ("org.t:t", "3", "development", 8),
    ]


@pytest.mark.parametrize("written", ["JavaVersion.VERSION_1_8", "'1.8'", "1.8"])
def test_source_levels_of_gradle(run: Run, written: str) -> None:
    assert runtimes(manifest(run, "build.gradle", f"\nsourceCompatibility = {written}\n")) == [("java", "1.8", 2)]


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("sourceCompatibility = '1.7'\n", "1.7"),
        ("java { toolchain { languageVersion = JavaLanguageVersion.of(16) } }\n", None),
        ("kotlinOptions { jvmTarget = '16' }\n", None),
    ],
)
def test_a_level_for_the_compiler_of_java_is_told_from_what_runs(run: Run, written: str, level: str | None) -> None:
    assert manifest(run, "build.gradle", written)["properties"].get("compatibility") == level


def test_gemfile(run: Run) -> None:
    found = manifest(run, "Gemfile", """\
source 'https://rubygems.org'
ruby '3.1.6'
gem 'rails', '~> 7.0.4', '>= 7.0.8.1' # a comment
gem "pg", require: false
# gem 'unused'
group :development, :test do
  if ENV['X']
    gem 'rspec', '3.0'
  end
  gem 'byebug', platforms: [:mri]
end
gem 'puma',
    '~> 6.0',
    group: :production
gem 'capybara', group: [:test]
""")  # fmt: skip
    assert runtimes(found) == [("ruby", "3.1.6", 2)]
    assert listed(found) == [
        ("rails", "~> 7.0.4, >= 7.0.8.1", "runtime", 3),
        ("pg", "", "runtime", 4),
        ("rspec", "3.0", "development", 8),
        ("byebug", "", "development", 10),
        ("puma", "~> 6.0", "production", 12),
        ("capybara", "", "development", 15),
    ]


def test_a_gem_stands_at_its_own_line_below_blank_lines_and_comments(run: Run) -> None:
    text = "source 'https://rubygems.org'\n\n# web\ngem 'rails',\n\n    '~> 7.0.4'\n\ngem 'puma'\n"
    assert [(name, line) for name, _, _, line in listed(manifest(run, "Gemfile", text))] == [("rails", 4), ("puma", 8)]


def test_gemspec_and_lock(run: Run) -> None:
    spec = """Gem::Specification.new do |s|
  s.required_ruby_version = '>= 2.7'
  s.add_dependency 'a', '~> 1'
  s.add_development_dependency('b')
end
"""
    found = manifest(run, "x.gemspec", spec)
    assert runtimes(found) == [("ruby", ">= 2.7", 2)]
    assert listed(found) == [("a", "~> 1", "runtime", 3), ("b", "", "development", 4)]


def test_the_lock_of_bundler_tells_the_ruby(run: Run) -> None:
    found = manifest(run, "Gemfile.lock", "GEM\n  specs:\n    rails (7.0)\n\nRUBY VERSION\n   ruby 2.7.8p225\n")
    assert (found["lock"], listed(found), runtimes(found)) == (True, [], [("ruby", "2.7.8", 6)])


def test_go_mod(run: Run) -> None:
    found = manifest(run, "go.mod", """\
module example.org/x
go 1.20
require example.org/a v1.2.3
require (
\texample.org/b v0.1.0 // indirect
)
replace example.org/a => ../a
""")  # fmt: skip
    assert runtimes(found) == [("go", "1.20", 2)]
    assert listed(found) == [
        ("example.org/a", "v1.2.3", "runtime", 3),
        ("example.org/b", "v0.1.0", "indirect", 5),
    ]


@pytest.mark.parametrize(
    ("name", "text", "ecosystem", "expected"),
    [
        (".nvmrc", "v18.12.0\n", "npm", [("node", "18.12.0", 1)]),
        (".nvmrc", "lts/hydrogen", "npm", [("node", "18", 1)]),
        (".node-version", "20", "npm", [("node", "20", 1)]),
        (".python-version", "# pinned\n3.11.4\n3.9\n", "pypi", [("python", "3.11.4", 2), ("python", "3.9", 3)]),
        (".python-version", "pypy3.9-7.3", "pypi", [("pypy", "3.9-7.3", 1)]),
        (".ruby-version", "ruby-3.1.6\r\n", "rubygems", [("ruby", "3.1.6", 1)]),
        (".java-version", "temurin-17.0.2", "maven", [("java", "17.0.2", 1)]),
        (
            ".tool-versions",
            "# asdf\nnodejs 16.1.0\ngolang 1.19\njava openjdk-11.0.2\npython 3.8.1 2.7.1\n",
            "asdf",
            [("node", "16.1.0", 2), ("go", "1.19", 3), ("java", "11.0.2", 4), ("python", "3.8.1", 5)],
        ),
    ],
)
def test_pins(run: Run, name: str, text: str, ecosystem: str, expected: list[tuple[Any, ...]]) -> None:
    found = manifest(run, name, text)
    assert (found["ecosystem"], runtimes(found)) == (ecosystem, expected)


def test_locks_are_counted_and_not_listed(run: Run) -> None:
    names = ["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "poetry.lock", "uv.lock", "Pipfile.lock", "go.sum",
             "composer.lock", "packages.lock.json", "gradle.lockfile", "npm-shrinkwrap.json"]  # fmt: skip
    parsed = run(DependenciesParser(), {**dict.fromkeys(names, "{"), "requirements.txt": "a\n"})
    locks = [resource for resource in parsed.resources if resource.attributes["lock"]]
    assert parsed.counts == {"lock_files": len(names), "manifests": 1}
    assert sorted(resource.name for resource in locks) == sorted(names)
    assert not any(resource.attributes["dependencies"] for resource in locks)


def test_vendored_and_generated_manifests_are_not_read(run: Run) -> None:
    files = {"node_modules/a/package.json": "{}", "vendor/b/go.mod": "go 1.1\n", "obj/x.csproj": "<Project />"}
    assert run(DependenciesParser(), files).resources == ()


BOMB = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<project><name>&b;</name></project>'


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("pom.xml", BOMB, 1),
        ("pom.xml", "<project>\n<a></b>\n</project>", 2),
        ("pom.xml", "<other/>", 1),
        ("pom.xml", "", 1),
        ("pom.xml", "<a>" * 5_000, 1),
        ("x.csproj", "<Project>\n<ItemGroup>", 2),
        ("packages.config", "<x/>", 1),
        ("package.json", '{\n"dependencies": {\n', 3),
        ("package.json", "[]", 1),
        ("package.json", "[" * 100_000, 1),
        ("package.json", '{"a":' * 100_000, 1),
        ("composer.json", b"\x00\x01\x02", 1),
        ("global.json", "x", 1),
    ],
)
def test_a_malformed_manifest_is_one_problem_with_its_place(run: Run, name: str, text: str | bytes, line: int) -> None:
    parsed = run(DependenciesParser(), {name: text})
    (problem,) = parsed.problems
    assert parsed.resources == ()
    assert problem.engine == "dependencies"
    assert problem.location is not None
    assert (problem.location.path, problem.location.start_line) == (name, line)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Gemfile", "gem NAME\ngem 'a'\n"),
        ("go.mod", "gibberish\nrequire a v1\n"),
        ("package.json", '{"dependencies": ["a"], "devDependencies": {"a": "1"}}'),
    ],
)
def test_a_part_that_cannot_be_read_is_told_and_the_rest_is_kept(run: Run, name: str, text: str) -> None:
    parsed = run(DependenciesParser(), {name: text})
    assert len(parsed.problems) == 1
    assert [d["name"] for d in parsed.resources[0].attributes["dependencies"]] == ["a"]


@pytest.mark.parametrize("name", ["Gemfile", "go.mod", "build.gradle", "pom.xml", "x.csproj", "package.json", ".nvmrc"])
@pytest.mark.parametrize(
    "text",
    [
        b'\\"' * 400_000,
        b" " * 900_000 + b"x",
        b"dependencies {\n" + b"a(\n" * 200_000,
        b"group " + b" " * 900_000,
        b"/*" * 400_000,
        b"gem 'a'," * 100_000,
        b"\xff\xfe" + "gem 'a'\n".encode("utf-16-le"),
        b"a" * 900_000,
        b"{" * 400_000,
    ],
)
def test_hostile_files_cost_little(run: Run, name: str, text: bytes) -> None:
    start = time.process_time()
    parsed = run(DependenciesParser(), {name: text})
    assert len(parsed.resources) + len(parsed.problems) >= 1
    assert len(parsed.problems) <= 5
    assert time.process_time() - start < 10


def test_a_file_above_the_limit_is_a_problem(run: Run) -> None:
    parsed = run(DependenciesParser(), {"pom.xml": b"<project>" + b" " * 10_000_000 + b"</project>"})
    assert parsed.resources == ()


def test_faults_beyond_the_first_are_counted(run: Run) -> None:
    parsed = run(DependenciesParser(), {"Gemfile": "gem NAME\n" * 10})
    assert len(parsed.problems) == 5
    assert "6 more" in parsed.problems[-1].message


def test_more_dependencies_than_a_manifest_can_have(run: Run) -> None:
    text = "{" + '"dependencies": {' + ",".join(f'"a{i}": "1"' for i in range(6_000)) + "}}"
    parsed = run(DependenciesParser(), {"package.json": text})
    assert len(parsed.resources[0].attributes["dependencies"]) == 5_000
    assert "only the first" in parsed.problems[0].message
