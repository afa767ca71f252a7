"""A trial signature with a self-made certificate, which says on its face that it is a test."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any


def signer_of(name: str) -> Any:
    """A signer with a key of its own, made for this one test."""
    from asn1crypto import keys, x509
    from cryptography import x509 as certificates
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.x509.oid import NameOID
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    no_others: Any = SimpleCertificateStore  # its library has types for most, not for this
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, f"{name} (UJI COBA, TIDAK SAH)")])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    made = (
        certificates.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(1).not_valid_before(start).not_valid_after(start + timedelta(days=3650))
        .add_extension(certificates.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    der = serialization.Encoding.DER
    secret = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return SimpleSigner(
        signing_cert=x509.Certificate.load(made.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(secret),
        cert_registry=no_others(),
    )


def in_a_thread(call: Callable[[], Any]) -> Any:
    """What a call that starts an event loop gives: in the thread of the tests the browser may have one open."""
    with ThreadPoolExecutor(max_workers=1) as aside:
        return aside.submit(call).result()


def signed(pdf: bytes, *names: str) -> bytes:
    """The PDF with a signature of each of these, one after the other."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, sign_pdf

    for number, name in enumerate(names, start=1):
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        meta = PdfSignatureMetadata(field_name=f"Uji{number}", name=name)
        pdf = in_a_thread(partial(sign_pdf, writer, meta, signer=signer_of(name))).getvalue()
    return pdf
