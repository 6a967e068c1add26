package io.sparkex.internal.net;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * The certificate of a server is not accepted; says what is in it. Why, its cause says.
 */
final class RefusedCertificateException extends CertificateException {

	private static final long serialVersionUID = 1L;

	private final String issuer;

	private final String names;

	RefusedCertificateException(X509Certificate certificate, CertificateException cause) {
		super(cause.getMessage(), cause);
		this.issuer = certificate.getIssuerX500Principal().getName();
		this.names = names(certificate);
	}

	private static String names(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			if (names != null) {
				// Each is a number for its kind and the name, as text for hosts and
				// addresses.
				return String.join(", ",
						names.stream()
							.map((name) -> name.get(1))
							.filter(String.class::isInstance)
							.map(String.class::cast)
							.toList());
			}
		}
		catch (CertificateParsingException ex) {
			// Without names that can be read it has none.
		}
		return "";
	}

	String issuer() {
		return this.issuer;
	}

	/**
	 * The hosts and addresses that the certificate is for, or an empty string.
	 */
	String names() {
		return this.names;
	}

}
