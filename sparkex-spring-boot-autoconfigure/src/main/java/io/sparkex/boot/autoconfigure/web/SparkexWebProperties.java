package io.sparkex.boot.autoconfigure.web;

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

}
