@echo off
rem Builds the client and its MSI on the build PC under the desk.
msbuild src\CareLedger.Desktop\CareLedger.Desktop.csproj /p:Configuration=Release
msbuild src\CareLedger.Service\CareLedger.Service.csproj /p:Configuration=Release
candle installer\CareLedger.wxs -out out\
light out\CareLedger.wixobj -out \\CL-FILE01\Releases\CareLedger.msi
