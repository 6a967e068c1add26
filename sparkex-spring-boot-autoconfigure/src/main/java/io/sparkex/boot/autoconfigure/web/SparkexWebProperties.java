package io.sparkex.boot.autoconfigure.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import io.sparkex.boot.web.ResultsFormat;

/**
 * Configuration properties of results that controllers return.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.web")
public class SparkexWebProperties {

	/**
	 * Formats that clients can ask for. The first is for those without a preference.
	 */
	private List<ResultsFormat> formats = new ArrayList<>(List.of(ResultsFormat.values()));

	/**
	 * Most rows of a response. By default, there is no limit.
	 */
	private @Nullable Long maxRows;

	/**
	 * Most threads that write responses of Spring WebFlux at a time. Virtual threads have
	 * no limit.
	 */
	private int maxThreads = 200;

	/**
	 * Time after which a response of Spring WebFlux is cut off whose client takes nothing
	 * of it. Zero for no limit.
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
	 * Properties of CSV.
	 */
	public static class Csv {

		/**
		 * Whether texts that a spreadsheet would take for a formula have an apostrophe
		 * before them. A bean of CsvOptions may say so, too.
		 */
		private boolean formulaGuard;

		public boolean isFormulaGuard() {
			return this.formulaGuard;
		}

		public void setFormulaGuard(boolean formulaGuard) {
			this.formulaGuard = formulaGuard;
		}

	}

}
