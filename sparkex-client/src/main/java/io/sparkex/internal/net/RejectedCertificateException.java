package io.sparkex.internal.net;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * Exception thrown when a server certificate is rejected. Provides details of the
 * certificate; the cause provides the reason.
 */
final class RejectedCertificateException extends CertificateException {

	private static final long serialVersionUID = 1L;

	private final String issuer;

	private final String names;

	RejectedCertificateException(X509Certificate certificate, CertificateException cause) {
		super(cause.getMessage(), cause);
		this.issuer = certificate.getIssuerX500Principal().getName();
		this.names = names(certificate);
	}

	private static String names(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			if (names != null) {
				// Each name is a pair of its type and value. Host names and IP addresses
				// are text.
				return String.join(", ",
						names.stream()
							.map((name) -> name.get(1))
							.filter(String.class::isInstance)
							.map(String.class::cast)
							.toList());
			}
		}
		catch (CertificateParsingException ex) {
			// A certificate with unreadable names is reported without names.
		}
		return "";
	}

	/**
	 * Returns the distinguished name of the issuer.
	 */
	String issuer() {
		return this.issuer;
	}

	/**
	 * Returns the host names and IP addresses of the certificate, or an empty string.
	 */
	String names() {
		return this.names;
	}

}
