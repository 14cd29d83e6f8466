@HAZ-002
Feature: unread results
