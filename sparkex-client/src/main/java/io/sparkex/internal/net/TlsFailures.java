package io.sparkex.internal.net;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.grpc.Status;
import io.netty.handler.ssl.NotSslRecordException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.TlsException;

/**
 * Diagnosis of TLS failures from the causes of a failed call. Only permanent failures are
 * reported, where client and server disagree on TLS. A connection that broke during the
 * handshake is not one of them, because a retry may succeed.
 */
public final class TlsFailures {

	/**
	 * The limit of causes to inspect, because a chain of causes may be circular.
	 */
	private static final int DEPTH = 20;

	private static final Pattern ALERT = Pattern.compile("(?i)received fatal alert: (\\w+)");

	private static final Set<String> CLIENT_CERTIFICATE_ALERTS = Set.of("bad_certificate", "unsupported_certificate",
			"certificate_revoked", "certificate_expired", "certificate_unknown", "certificate_required", "unknown_ca",
			"access_denied");

	private static final Set<String> NEGOTIATION_ALERTS = Set.of("protocol_version", "insufficient_security",
			"illegal_parameter", "unrecognized_name", "no_application_protocol");

	/**
	 * A server that expects TLS answers plaintext with an alert record, which starts with
	 * 0x15, or with a handshake record, 0x16. The TLS version follows.
	 */
	private static final Pattern TLS_RECORD = Pattern
		.compile("First received frame was not SETTINGS\\. Hex dump for first 5 bytes: 1[56]03.*");

	private static final Pattern OTHER_NAME = Pattern
		.compile("No (subject alternative .*|name matching .*|X509Certificate.*)", Pattern.DOTALL);

	private final String server;

	private final List<Throwable> causes;

	private TlsFailures(String authority, List<Throwable> causes) {
		this.server = "the server at " + authority;
		this.causes = causes;
	}

	/**
	 * Creates an exception that explains a failed call.
	 * @param status the status of the call
	 * @param authority the host and port of the server
	 * @param cause the cause of the new exception
	 * @return an exception, or {@code null} if TLS is not the reason of the failure
	 */
	public static @Nullable TlsException explain(Status status, String authority, Throwable cause) {
		String message = new TlsFailures(authority, causes(status)).message();
		return (message != null) ? new TlsException(message, cause) : null;
	}

	/**
	 * Returns {@code true} if a call failed because of TLS and will fail again.
	 */
	public static boolean isCauseOf(Status status) {
		return new TlsFailures("", causes(status)).message() != null;
	}

	private static List<Throwable> causes(Status status) {
		List<Throwable> causes = new ArrayList<>();
		for (Throwable one = status.getCause(); one != null && causes.size() < DEPTH; one = one.getCause()) {
			causes.add(one);
		}
		return causes;
	}

	private <T> @Nullable T find(Class<T> type) {
		return this.causes.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
	}

	private @Nullable String message() {
		if (find(CertificateException.class) != null) {
			return certificate();
		}
		if (find(NotSslRecordException.class) != null) {
			return "TLS is enabled, but " + this.server + " does not use TLS. Correct the port, terminate TLS in"
					+ " front of the server, or disable TLS: remove TLS options and use_ssl=true. A token enables TLS,"
					+ " too, unless the URL has use_ssl=false";
		}
		for (Throwable one : this.causes) {
			String text = String.valueOf(one.getMessage());
			Matcher alert = ALERT.matcher(text);
			if (one instanceof SSLException && alert.find()) {
				return alert(alert.group(1));
			}
			if (TLS_RECORD.matcher(text).matches()) {
				return "TLS is not enabled, but " + this.server
						+ " requires it. Add use_ssl=true to the URL, or set TLS options";
			}
		}
		return null;
	}

	private @Nullable String alert(String alert) {
		if (CLIENT_CERTIFICATE_ALERTS.contains(alert)) {
			return "TLS handshake failed: " + this.server
					+ " requires a client certificate and did not receive one that it accepts (" + alert
					+ "). Set one with withClientCertificate or withKeyStore of the TLS options";
		}
		if (alert.equals("handshake_failure")) {
			// TLS 1.2 servers send this alert for both reasons.
			return "TLS handshake failed: " + this.server
					+ " requires a client certificate and did not receive one that it"
					+ " accepts, or client and server have no protocol or cipher in common (handshake_failure). Set a"
					+ " certificate with withClientCertificate or withKeyStore of the TLS options, or check the TLS settings"
					+ " of the server";
		}
		if (NEGOTIATION_ALERTS.contains(alert)) {
			return "TLS handshake failed: " + this.server + " and this client have no protocol or cipher in common, or"
					+ " the server does not recognize the requested name (" + alert + "). Check the TLS settings of the"
					+ " server, and withServerName of the TLS options";
		}
		return null;
	}

	private String certificate() {
		CertificateExpiredException expired = find(CertificateExpiredException.class);
		if (expired != null) {
			return "The certificate of " + this.server + " has expired (" + expired.getMessage()
					+ "). Renew it on the server, or correct the clock of this machine";
		}
		CertificateNotYetValidException early = find(CertificateNotYetValidException.class);
		if (early != null) {
			return "The certificate of " + this.server + " is not valid yet (" + early.getMessage()
					+ "). Correct the clock of this machine, or wait";
		}
		RejectedCertificateException rejected = find(RejectedCertificateException.class);
		if (find(CertPathBuilderException.class) != null) {
			return "The certificate of " + this.server + " is not signed by a trusted authority"
					+ ((rejected != null) ? "; its issuer is " + rejected.issuer() : "")
					+ ". If the server is the right one, set its authority with withTrustedCertificates or withTrustStore"
					+ " of the TLS options";
		}
		Throwable root = this.causes.get(this.causes.size() - 1);
		String reason = String.valueOf(root.getMessage());
		if (OTHER_NAME.matcher(reason).matches()) {
			return "The certificate of " + this.server + " is for other hosts"
					+ ((rejected != null && !rejected.names().isEmpty()) ? ": " + rejected.names() : "") + " (" + reason
					+ "). Use one of its names in the URL, or, behind a tunnel, withServerName of the TLS options";
		}
		return "The certificate of " + this.server + " is not accepted: " + reason;
	}

}
