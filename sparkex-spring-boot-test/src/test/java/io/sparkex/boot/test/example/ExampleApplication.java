package io.sparkex.boot.test.example;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application with beans inside and outside of the test slice.
 */
@SpringBootApplication
public class ExampleApplication {

}
