; Not yet run. Inno Setup 6: iscc /DVERSION=1.2.3 packaging\windows\briefer.iss, after PyInstaller has made dist\briefer.
[Setup]
AppId=org.briefer.briefer
AppName=Briefer
AppVersion={#VERSION}
DefaultDirName={autopf}\Briefer
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=briefer-{#VERSION}-setup
UninstallDisplayIcon={app}\briefer-window.exe

[Files]
Source: "..\..\dist\briefer\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Briefer"; Filename: "{app}\briefer-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.brief"; ValueType: string; ValueData: "Briefer.Pack"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Briefer.Pack"; ValueType: string; ValueData: "Briefer pack"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Briefer.Pack\DefaultIcon"; ValueType: string; ValueData: "{app}\briefer-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Briefer.Pack\shell\open\command"; ValueType: string; ValueData: """{app}\briefer-window.exe"" ""%1"""
