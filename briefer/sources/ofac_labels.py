"""OFAC's own words for what it states of an entity, and the FollowTheMoney property that each becomes."""

from functools import lru_cache
from types import MappingProxyType

FEATURES = MappingProxyType(
    {
        "Birthdate": "birthDate",
        "DOB": "birthDate",
        "Place of Birth": "birthPlace",
        "POB": "birthPlace",
        "Nationality Country": "nationality",
        "nationality": "nationality",
        "Citizenship Country": "citizenship",
        "citizen": "citizenship",
        "Gender": "gender",
        "Title": "title",
        "Nationality of Registration": "country",
        "Website": "website",
        "Email Address": "email",
        "Phone Number": "phone",
        "Telephone No.": "phone",
        "Telephone": "phone",
        "Fax No.": "phone",
        "Fax": "phone",
        "SWIFT/BIC": "swiftBic",
        "BIK (RU)": "bikCode",
        "D-U-N-S Number": "dunsCode",
        "ISIN": "isin",
        "Equity Ticker": "ticker",
        "Issuer Name": "issuer",
        "Organization Established Date": "incorporationDate",
        "Organization Type": "sector",
        "Target Type": "classification",
        "Vessel Type": "type",
        "Vessel Call Sign": "callSign",
        "Vessel Flag": "flag",
        "Flag": "flag",
        "Former Vessel Flag": "pastFlags",
        "Other Vessel Type": "type",
        "Other Vessel Flag": "flag",
        "Other Vessel Call Sign": "callSign",
        "Vessel Gross Tonnage": "grossRegisteredTonnage",
        "Vessel Gross Registered Tonnage": "grossRegisteredTonnage",
        "Vessel Tonnage": "deadweightTonnage",
        "Vessel Year of Build": "buildDate",
        "MMSI": "mmsi",
        "Aircraft Construction Number (MSN)": "serialNumber",
        "Aircraft Manufacturer's Serial Number (MSN)": "serialNumber",
        "Aircraft Model": "model",
        "Aircraft Manufacture Date": "buildDate",
        "Aircraft Tail Number": "registrationNumber",
        "Previous Aircraft Tail Number": "registrationNumber",
        "Aircraft Mode S Transponder Code": "icaoCode",
        "Aircraft Operator": "operator",
    }
)
"""Features and remarks; a label that is not here is kept whole as a note."""

DOCUMENTS = MappingProxyType(
    {
        "Passport": "passportNumber",
        "Diplomatic Passport": "passportNumber",
        "Stateless Person Passport": "passportNumber",
        "Tax ID No.": "taxNumber",
        "Tax ID Number": "taxNumber",
        "V.A.T. Number": "vatCode",
        "R.F.C.": "taxNumber",
        "RFC": "taxNumber",
        "NIT #": "taxNumber",
        "RUC #": "taxNumber",
        "RIF #": "taxNumber",
        "US FEIN": "taxNumber",
        "C.U.I.T.": "taxNumber",
        "Italian Fiscal Code": "taxNumber",
        "Numero de RFC": "taxNumber",
        "Registration Number": "registrationNumber",
        "Registration ID": "registrationNumber",
        "Business Registration Number": "registrationNumber",
        "Business Registration Document #": "registrationNumber",
        "Business Number": "registrationNumber",
        "Company Number": "registrationNumber",
        "UK Company Number": "registrationNumber",
        "Commercial Registry Number": "registrationNumber",
        "Public Registration Number": "registrationNumber",
        "C.R. No.": "registrationNumber",
        "Folio Mercantil No.": "registrationNumber",
        "Matricula Mercantil No": "registrationNumber",
        "Trade License No.": "registrationNumber",
        "Enterprise Number": "registrationNumber",
        "Chamber of Commerce Number": "registrationNumber",
        "Central Registration System Number": "registrationNumber",
        "Certificate of Incorporation Number": "registrationNumber",
        "Government Gazette Number": "registrationNumber",
        "Unified Social Credit Code (USCC)": "uscCode",
        "United Social Credit Code Certificate (USCCC)": "uscCode",
        "Legal Entity Number": "leiCode",
        "National ID No.": "idNumber",
        "Cedula No.": "idNumber",
        "C.U.R.P.": "idNumber",
        "Identification Number": "idNumber",
        "D.N.I.": "idNumber",
        "SSN": "socialSecurityNumber",
        "C.U.I.": "idNumber",
        "License": "licenseNumber",
        "Driver's License No.": "idNumber",
        "Personal ID Card": "idNumber",
        "Credencial electoral": "idNumber",
        "I.F.E.": "idNumber",
        "RTN": "idNumber",
        "Cartilla de Servicio Militar Nacional": "idNumber",
        "Vessel Registration Identification": "imoNumber",
        "SWIFT/BIC": "swiftBic",
        "BIK (RU)": "bikCode",
        "D-U-N-S Number": "dunsCode",
        "MMSI": "mmsi",
    }
)
"""Identity documents; one that is not here becomes an idNumber with its label as note."""

DATES = frozenset({"birthDate", "incorporationDate", "buildDate"})
"""Properties whose value is a date."""


def document_prop(label: str, number: str) -> str:
    """The property of an identity document; OFAC prints more than LEI codes as "Legal Entity Number"."""
    prop = DOCUMENTS.get(bare(label)) or DOCUMENTS.get(label) or "idNumber"
    return "registrationNumber" if prop == "leiCode" and len(number) != 20 else prop


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A label without the colon or the dash that OFAC sometimes puts behind it."""
    return label.strip().rstrip(":").removesuffix(" -").rstrip(": ")
