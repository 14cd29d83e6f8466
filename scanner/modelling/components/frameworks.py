"""What packages say of the project that uses them: it has a user interface, answers requests, passes messages on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.artifact import Location

USER_INTERFACE = frozenset({
    "react", "react-dom", "vue", "@angular/core", "svelte", "next", "nuxt", "@remix-run/react", "preact", "solid-js",
    "@tanstack/react-start", "nhsuk-frontend", "nhsuk-react-components", "govuk-frontend", "@sveltejs/kit", "astro",
    "gatsby", "lit", "ember-source", "nunjucks", "spring-boot-starter-thymeleaf", "vaadin-spring-boot-starter",
    "microsoft.aspnetcore.components.webassembly", "microsoft.aspnetcore.spaservices.extensions",
    "microsoft.aspnetcore.spaservices", "streamlit", "dash", "gradio", "govuk-components", "govuk_frontend_jinja",
    "govuk-frontend-jinja", "nhsuk-frontend-jinja", "primefaces", "wicket-core",
})  # fmt: skip
"""Frameworks for what browsers show."""

FILLS_IN = frozenset({"spring-boot-starter-thymeleaf"})
"""Of these, those by which letters and e-mails are filled in as well: pages only where a controller hands out views."""

DESKTOP = frozenset({
    "electron", "nw", "@tauri-apps/api", "pyqt5", "pyqt6", "pyside2", "pyside6", "wxpython", "kivy", "tkinter",
    "javax.swing", "java.awt", "javafx", "javafx-controls", "org.eclipse.swt", "fyne.io/fyne",
    "github.com/gotk3/gotk3", "avalonia",
})  # fmt: skip
"""Frameworks for programs on the user's own computer."""

MOBILE = frozenset({
    "xamarin.forms", "com.android.application", "react-native", "expo", "@capacitor/core", "@ionic/angular",
    "microsoft.maui.controls",
})  # fmt: skip
"""Frameworks for programs on the user's telephone."""

HTTP = frozenset({
    "fastapi", "flask", "django", "djangorestframework", "starlette", "tornado", "sanic", "bottle", "falcon",
    "connexion", "quart", "litestar", "aiohttp.web", "azure-functions", "mangum", "chalice",
    "express", "fastify", "@nestjs/core", "koa", "@hapi/hapi", "hapi", "restify", "@azure/functions", "@apollo/server",
    "apollo-server", "hono", "spring-boot-starter-web", "spring-boot-starter-webflux", "spring-boot-starter-jersey",
    "spring-webmvc", "ktor-server-core", "ktor-server-core-jvm", "quarkus-resteasy", "quarkus-rest", "javalin",
    "micronaut-http-server-netty", "jersey-server", "dropwizard-core", "vertx-web", "microsoft.aspnetcore.app",
    "microsoft.aspnetcore", "microsoft.aspnet.webapi", "microsoft.aspnet.mvc", "microsoft.net.sdk.functions",
    "microsoft.azure.functions.worker", "microsoft.azure.webjobs", "grpc.aspnetcore", "github.com/gin-gonic/gin",
    "github.com/labstack/echo", "github.com/gofiber/fiber", "github.com/go-chi/chi", "github.com/gorilla/mux",
    "rails", "sinatra", "grape", "hanami", "laravel/framework", "symfony/framework-bundle", "slim/slim",
    "yiisoft/yii", "yiisoft/yii2", "cakephp/cakephp", "codeigniter4/framework", "gin-gonic/gin", "labstack/echo",
})  # fmt: skip
"""Frameworks for programs that answer requests."""

RENDERS = frozenset({"rails", "laravel/framework", "symfony/framework-bundle", "django", "yiisoft/yii2", "yiisoft/yii"})
"""Those that come with templates, models and sessions in one."""

SIGN_IN = frozenset({
    "identityserver4", "duende.identityserver", "openiddict", "openiddict.aspnetcore", "oidc-provider",
    "spring-security-oauth2-authorization-server", "duende.identityserver.aspnetidentity",
})  # fmt: skip
"""Makes of an identity provider, whose few pages are for signing in."""

OLD_PROTOCOL = frozenset({
    "hapi-base", "hapi-structures-v23", "hapi-structures-v24", "hapi-structures-v25", "nhapi", "nhapi.base", "hl7apy",
    "hl7v2", "python-hl7", "node-hl7-client", "camel-mllp", "ruby-hl7", "github.com/lenaten/hl7", "hl7-dotnetcore",
    "mllp-node", "pydicom", "pynetdicom", "fo-dicom",
})  # fmt: skip
"""Speak HL7 v2, MLLP or DICOM."""

MESSAGING = frozenset({
    "spring-boot-starter-activemq", "spring-boot-starter-artemis", "spring-jms", "qpid-jms-client", "pika", "celery",
    "kombu", "amqplib", "spring-boot-starter-amqp", "rabbitmq.client", "masstransit", "nservicebus", "kafkajs",
    "spring-kafka", "confluent.kafka", "confluent-kafka", "azure.messaging.servicebus", "@azure/service-bus",
    "camel-core", "camel-spring-boot-starter", "rhea", "bunny", "sidekiq",
})  # fmt: skip
"""Receive and send messages."""

FULL_STACK = frozenset({"next", "nuxt", "@remix-run/react", "@tanstack/react-start", "@sveltejs/kit"})
"""Frameworks for user interfaces that bring a server of their own."""

DOUBLES = frozenset({
    "mock", "mocks", "stub", "stubs", "wiremock", "fake", "fakes", "simulator", "mockserver", "localstack", "sandbox",
})  # fmt: skip
"""Words by which what stands for another system is called."""

SERVES = frozenset({
    "Flask", "flask.Flask", "FastAPI", "fastapi.FastAPI", "express", "fastify", "Fastify", "Koa",
    "http.ListenAndServe", "http.ListenAndServeTLS", "grpc.NewServer", "grpc.server", "grpc.aio.server", "grpc.Server",
    "http.createServer", "ServerBuilder.forPort", "uvicorn.run", "app.listen", "server.listen", "web.run_app",
    "WebApplication.CreateBuilder", "server.ListenAndServe", "srv.ListenAndServe", "WebHost.CreateDefaultBuilder",
})  # fmt: skip
"""Calls that begin to answer requests."""


def first_of(known: frozenset[str], *named: Mapping[str, Location]) -> tuple[str, Location] | None:
    """The first package that is known, with its place.

    Args:
        known: Names in lower case, or their beginnings up to a dot or slash.
        named: Packages as manifests or imports name them, in the order in which they are to be looked at.
    """
    for names in named:
        for name, place in names.items():
            if any(key in known for key in keys_of(name)):
                return name, place
    return None


def known_as(known: frozenset[str], named: Mapping[str, Location]) -> str:
    """The name in the list of the first package that is known; empty where none is."""
    return next((key for name in named for key in keys_of(name) if key in known), "")


def keys_of(name: str) -> Iterator[str]:
    """The names by which a package can be known: its own, its artefact's, and what it lies in."""
    whole = name.lower()
    yield whole
    if ":" in whole:
        yield whole.rpartition(":")[2]
    for mark in (".", "/"):
        at = whole.find(mark)
        for _ in range(8):
            if at <= 0:
                break
            yield whole[:at]
            at = whole.find(mark, at + 1)


def words_of(*names: str) -> frozenset[str]:
    """The words of names and paths: ``Mobile.Bff.Shopping`` and ``catalogApi`` in lower case, apart."""
    return frozenset(_words(names))


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        word = ""
        before = ""
        for letter in name[:500]:
            if not letter.isalnum() or (letter.isupper() and before.islower()):
                yield word.lower()
                word = ""
            word += letter if letter.isalnum() else ""
            before = letter
        yield word.lower()
