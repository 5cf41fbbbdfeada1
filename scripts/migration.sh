#!/usr/bin/env bash
# Writes the first migration anew from the model. Only for as long as nobody has deployed; afterwards add migrations instead.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf src/LegalAid.Store/Database/Migrations
dotnet build src/LegalAid.Web -v quiet --nologo -clp:NoSummary
dotnet ef migrations add Foundation --project src/LegalAid.Store --startup-project src/LegalAid.Web -o Database/Migrations --no-build
python3 - <<'P'
import glob
path = glob.glob('src/LegalAid.Store/Database/Migrations/*_Foundation.cs')[0]
text = open(path).read()
down = text.index('protected override void Down')
end = text[:down].rfind('\n        }')
text = text[:end] + "\n\n            migrationBuilder.Sql(PartitionedTables.Create);" + text[end:]
text = text.replace("protected override void Down(MigrationBuilder migrationBuilder)\n        {", "protected override void Down(MigrationBuilder migrationBuilder)\n        {\n            migrationBuilder.Sql(PartitionedTables.Drop);\n", 1)
open(path, 'w').write(text)
P
