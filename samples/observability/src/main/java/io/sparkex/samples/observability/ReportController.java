package io.sparkex.samples.observability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.DataFrame;

/**
 * Controller that serves reports. Log messages contain the trace ID.
 */
@RestController
@RequestMapping("/reports")
class ReportController {

	private static final Logger logger = LoggerFactory.getLogger(ReportController.class);

	private final Reports reports;

	ReportController(Reports reports) {
		this.reports = reports;
	}

	@GetMapping("/regions")
	DataFrame regions() {
		logger.info("Querying the regions");
		return this.reports.regions();
	}

	@GetMapping("/slow")
	DataFrame slow() {
		logger.info("Running a slow query");
		return this.reports.slow();
	}

	@GetMapping("/broken")
	DataFrame broken() {
		return this.reports.broken();
	}

}
