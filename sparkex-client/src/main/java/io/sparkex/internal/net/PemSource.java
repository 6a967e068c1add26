package io.sparkex.internal.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * PEM data in a file or in memory. It may be secret: {@link #toString()} shows only the
 * location.
 */
public final class PemSource {

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----\\s([A-Za-z0-9+/=\\s]*)-----END \\1-----");

	private final @Nullable Path file;

	private final byte[] bytes;

	private PemSource(@Nullable Path file, byte[] bytes) {
		this.file = file;
		this.bytes = bytes;
	}

	public static PemSource of(Path file) {
		return new PemSource(file, new byte[0]);
	}

	public static PemSource of(byte[] bytes) {
		return new PemSource(null, bytes.clone());
	}

	/**
	 * Reads the certificates and skips all other blocks.
	 * @return at least one certificate
	 * @throws IllegalArgumentException if there is no certificate, or if a certificate
	 * cannot be read
	 */
	List<Certificate> certificates(String what) {
		List<Certificate> certificates = new ArrayList<>();
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			for (Block block : blocks(what)) {
				if (block.type().equals("CERTIFICATE")) {
					certificates.add(factory.generateCertificate(new ByteArrayInputStream(block.content())));
				}
			}
		}
		catch (CertificateException ex) {
			throw new IllegalArgumentException(
					"A certificate in " + what + " (" + this + ") cannot be read; export it again", ex);
		}
		if (certificates.isEmpty()) {
			throw new IllegalArgumentException("There is no certificate in " + what + " (" + this
					+ "): it must contain -----BEGIN CERTIFICATE-----");
		}
		return certificates;
	}

	/**
	 * Reads all blocks between a BEGIN and an END line.
	 */
	List<Block> blocks(String what) {
		List<Block> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(new String(read(what), StandardCharsets.ISO_8859_1));
		while (matcher.find()) {
			try {
				blocks.add(new Block(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
			}
			catch (IllegalArgumentException ex) {
				// The cause is omitted because it may show a part of a key.
				throw new IllegalArgumentException(
						"In " + what + " (" + this + ") the " + matcher.group(1).toLowerCase(Locale.ROOT)
								+ " is not valid Base64; check that it was copied in full");
			}
		}
		return blocks;
	}

	private byte[] read(String what) {
		if (this.file == null) {
			return this.bytes;
		}
		try {
			return Files.readAllBytes(this.file);
		}
		catch (NoSuchFileException ex) {
			throw new IllegalArgumentException("There is no file for " + what + " at " + this.file.toAbsolutePath(),
					ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(
					"The file for " + what + ", " + this.file.toAbsolutePath() + ", cannot be read", ex);
		}
	}

	@Override
	public String toString() {
		return (this.file != null) ? this.file.toString() : "PEM in memory";
	}

	/**
	 * Decoded content between a BEGIN and an END line.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Block(String type, byte[] content) {

		@Override
		public String toString() {
			return "Block[" + this.type + "]";
		}

	}

}
