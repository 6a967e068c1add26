package io.sparkex.samples.secured;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;
import io.sparkex.errors.SessionLostException;

/**
 * All see the orders. Each user selects some of them, in a temporary view that nobody
 * else sees.
 */
@RestController
class SelectionController {

	private final UserSessions sessions;

	SelectionController(UserSessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping("/orders")
	DataFrame orders() {
		return this.sessions.mine().table("orders");
	}

	@PutMapping("/selection")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void select(@RequestParam String region) {
		this.sessions.mine()
			.sql("SELECT * FROM orders WHERE region = :region", Map.of("region", region))
			.createOrReplaceTempView("selection");
	}

	@GetMapping("/selection")
	DataFrame selection() {
		SparkSession mine = this.sessions.mine();
		if (!mine.catalog().tableExists("selection")) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "You have selected nothing.");
		}
		return mine.table("selection");
	}

	/**
	 * The server forgets a session that was idle for an hour, and the view with it.
	 */
	@ExceptionHandler
	ProblemDetail lost(SessionLostException ex) {
		this.sessions.forgetMine();
		return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, "Your selection is forgotten. Select again.");
	}

}
