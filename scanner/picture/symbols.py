"""Simple shapes that tell kinds of component apart, 18 pixels wide, and the lines of the families."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.architecture import ComponentKind
from scanner.picture.families import Family

_GEAR = '<circle cx="9" cy="9" r="6.5"/><circle cx="9" cy="9" r="2.2"/>'
_HEXAGON = '<path d="M9 1.5 15.5 5.2v7.6L9 16.5 2.5 12.8V5.2z"/>'
_CODE = '<path d="M6 4 1.5 9 6 14M12 4l4.5 5L12 14"/>'
_SHEET = '<path d="M3.5 1.5h8l3 3v12h-11zM6 7h6M6 10h6M6 13h4"/>'
_GLOBE = '<circle cx="9" cy="9" r="7"/><path d="M2 9h14M9 2c-4 4-4 10 0 14M9 2c4 4 4 10 0 14"/>'

SYMBOLS: Mapping[ComponentKind, str] = {
    ComponentKind.STORE: '<path d="M2.5 4.5v9c0 1.5 3 2.7 6.5 2.7s6.5-1.2 6.5-2.7v-9"/>'
    '<ellipse cx="9" cy="4.5" rx="6.5" ry="2.7"/>',
    ComponentKind.COMPUTE: _GEAR,
    ComponentKind.WORKLOAD: _HEXAGON,
    ComponentKind.SOURCE: _CODE,
    ComponentKind.INTERFACE: '<path d="M1.5 2.5h15v10h-15zM6 16h6M9 12.5V16"/>',
    ComponentKind.LIBRARY: '<path d="M3 2.5h3v13H3zM7.5 2.5h3v13h-3zM12 3l2.8-.6 1.8 12.8-2.8.5z"/>',
    ComponentKind.JOB: '<circle cx="9" cy="9" r="7"/><path d="M9 4.5V9l3.2 2"/>',
    ComponentKind.IMAGE: '<path d="M2 5.5 9 2l7 3.5v7L9 16l-7-3.5zM2 5.5 9 9l7-3.5M9 9v7"/>',
    ComponentKind.EDGE: '<path d="M1.5 9h10M8 5l4 4-4 4M15.5 2v14"/>',
    ComponentKind.SERVICE: '<circle cx="9" cy="9" r="2.5"/><path d="M9 1.5v5M9 11.500v5M1.5 9h5M11.5 9h5"/>',
    ComponentKind.API: _SHEET,
    ComponentKind.QUEUE: '<path d="M1.5 5h15v8h-15zM5.5 5v8M9.5 5v8M13 5v8"/>',
    ComponentKind.SECRET: '<circle cx="5.5" cy="9" r="3.5"/><path d="M9 9h7.500v3M13 9v2.5"/>',
    ComponentKind.CONFIGURATION: '<path d="M2 5h14M2 9h14M2 13h14M6 3v4M12 7v4M5 11v4"/>',
    ComponentKind.IDENTITY: '<circle cx="9" cy="5.5" r="3.5"/><path d="M2.5 16c0-8 13-8 13 0z"/>',
    ComponentKind.NETWORK: '<path d="M9 6v3M4 12V9h10v3M6.5 2h5v4h-5zM1.5 12h5v4h-5zM11.5 12h5v4h-5z"/>',
    ComponentKind.CLUSTER: '<path d="M2 2h6v6H2zM10 2h6v6h-6zM2 10h6v6H2zM10 10h6v6h-6z"/>',
    ComponentKind.NATIONAL: '<path d="M7 2h4v5h5v4h-5v5H7v-5H2V7h5z"/>',
    ComponentKind.EXTERNAL: _GLOBE,
}
"""Shapes by kind."""

COLOURS: Mapping[Family, str] = {
    Family.CALLS: "#1f4e9c",
    Family.DATA: "#0b6b53",
    Family.CREDENTIAL: "#8a4b00",
    Family.TRUST: "#6a2c91",
    Family.RUNS: "#4a5560",
    Family.CODE: "#4a5560",
    Family.REACH: "#6b7680",
    Family.REFERS: "#7d8893",
}
"""Colours of the families, each dark enough on white."""

_LOOKS = """
.map{font-family:"Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1b2733}
.paper{fill:#fff}
.band{fill:#f6f8fa;stroke:#d5dbe1}.band.empty{fill:#fff}.band.outside{fill:#fffaf0;stroke:#dccb9f}
.band-name{font-size:14px;font-weight:700;fill:#2b3a48}.band-note{font-size:11px;fill:#4d5a66}
.body{fill:#fff;stroke:#51606e;stroke-width:1.2}.sheet{fill:#e9eef3;stroke:#51606e}
.fold .body{fill:#eef2f6}.low .body{stroke-dasharray:4 3}
.symbol{fill:none;stroke:#2b3a48;stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}
.title{font-size:13px;font-weight:700}.detail{font-size:11px;fill:#3b4854}.group{font-size:10px;fill:#56636f}
.review .body{fill:#fff8e6;stroke:#8a5a00;stroke-width:2.2;stroke-dasharray:6 3}.review .rule{fill:#8a5a00}
.broken .body{fill:#fff1f0;stroke:#b3001b;stroke-width:2.6}.rule{font-size:10px;font-weight:700;fill:#b3001b}
.line path{fill:none;stroke-linejoin:round}.line .hit{stroke:transparent;stroke-width:9}
.line .way{stroke-width:1.5}.line.LOW .way{opacity:.45}
.calls .way{stroke:#1f4e9c}.data .way{stroke:#0b6b53}
.credential .way{stroke:#8a4b00;stroke-width:2.4;stroke-dasharray:7 4}
.trust .way{stroke:#6a2c91;stroke-dasharray:9 3 2 3}.runs .way,.code .way{stroke:#4a5560;stroke-width:1}
.code .way{stroke-dasharray:3 2}.reach .way{stroke:#6b7680;stroke-dasharray:1.5 3}
.refers .way{stroke:#7d8893;stroke-width:1}
.line.review .way{stroke:#8a5a00;stroke-width:2.2;stroke-dasharray:6 3;opacity:1}
.line.broken .way{stroke:#b3001b;stroke-width:2.4;opacity:1}
.label{font-size:10.5px;font-weight:700;fill:#b3001b;stroke:#fff;stroke-width:3px;paint-order:stroke}
.label.review,.box.review .rule{fill:#8a5a00}
.count{font-size:10px;fill:#2b3a48;stroke:#fff;stroke-width:3px;paint-order:stroke}
"""

STYLE = _LOOKS + "".join(f".off-{one.value} .{one.value}:not(.broken):not(.review){{display:none}}\n" for one in Family)
"""Style of the picture; the page and the SVG file both hold it."""
