package io.sparkex.boot.autoconfigure.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import io.sparkex.boot.web.ResultsFormat;

/**
 * Configuration properties for query results as HTTP responses.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.web")
public class SparkexWebProperties {

	/**
	 * Formats that clients can request. The first format is used for clients without a
	 * preference.
	 */
	private List<ResultsFormat> formats = new ArrayList<>(List.of(ResultsFormat.values()));

	/**
	 * Maximum number of rows in a response. By default, there is no limit.
	 */
	private @Nullable Long maxRows;

	/**
	 * Maximum number of threads that write responses of Spring WebFlux. Virtual threads
	 * are not limited.
	 */
	private int maxThreads = 200;

	/**
	 * Maximum time that a client of Spring WebFlux may stop reading before its response
	 * is aborted. Use 0 to disable the timeout.
	 */
	private Duration writeTimeout = Duration.ofSeconds(60);

	private final Csv csv = new Csv();

	public List<ResultsFormat> getFormats() {
		return this.formats;
	}

	public void setFormats(List<ResultsFormat> formats) {
		this.formats = formats;
	}

	public @Nullable Long getMaxRows() {
		return this.maxRows;
	}

	public void setMaxRows(@Nullable Long maxRows) {
		this.maxRows = maxRows;
	}

	public int getMaxThreads() {
		return this.maxThreads;
	}

	public void setMaxThreads(int maxThreads) {
		this.maxThreads = maxThreads;
	}

	public Duration getWriteTimeout() {
		return this.writeTimeout;
	}

	public void setWriteTimeout(Duration writeTimeout) {
		this.writeTimeout = writeTimeout;
	}

	public Csv getCsv() {
		return this.csv;
	}

	/**
	 * CSV properties.
	 */
	public static class Csv {

		/**
		 * Whether to escape strings that a spreadsheet would interpret as a formula, by
		 * prefixing them with an apostrophe. Can also be enabled by a bean of type
		 * CsvOptions.
		 */
		private boolean escapeFormulas;

		public boolean isEscapeFormulas() {
			return this.escapeFormulas;
		}

		public void setEscapeFormulas(boolean escapeFormulas) {
			this.escapeFormulas = escapeFormulas;
		}

	}

}
