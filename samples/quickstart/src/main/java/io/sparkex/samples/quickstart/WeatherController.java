package io.sparkex.samples.quickstart;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller that serves the weather as JSON.
 */
@RestController
@RequestMapping("/weather")
class WeatherController {

	private final SeattleWeather weather;

	WeatherController(SeattleWeather weather) {
		this.weather = weather;
	}

	@GetMapping("/monthly")
	List<Month> monthly() {
		return this.weather.monthly();
	}

	@GetMapping("/days")
	List<Day> days(@RequestParam String weather) {
		return this.weather.daysWith(weather);
	}

}
